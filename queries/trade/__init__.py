"""Indicators of trade: the field's standard formulas, and what they are computed from."""

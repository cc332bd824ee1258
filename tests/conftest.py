"""What holds for every test: how hypothesis tries values."""

from __future__ import annotations

import os

from hypothesis import settings

# No deadline: a slow machine is not a wrong answer. In CI the same values each time, so that a red run can be repeated.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

"""For teams whose notebooks hold a `py2neo.Graph`: a store over it, and the twin as a `py2neo.Subgraph`.

The only folder that knows py2neo, read only where py2neo is asked for. Its last release is of 2021 and it has been at
its end of life since 2023, so what is worked around here stays as it is.
"""

from graph.stores.py2neo.notice import Py2neoNotice
from graph.stores.py2neo.store import Py2neoStore
from graph.stores.py2neo.subgraph import TwinSubgraph

__all__ = ["Py2neoNotice", "Py2neoStore", "TwinSubgraph"]

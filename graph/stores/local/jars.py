"""The jars of Neo4j Community: fetched once with Maven into the user's cache, and the Java that runs them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import GraphError, one_line

POM = Path(__file__).with_name("pom.xml")
VERSION = re.findall(r"<version>([\d.]+)</version>", POM.read_text("utf-8"))[0]
"""The version of the server; the pom is the one place where it stands."""
OLDEST_JAVA = 17
_OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


def java() -> list[str]:
    """The start of a command that runs a class of the server. Raises GraphError without Java 17 or later."""
    found = shutil.which("java")
    if not found:
        raise GraphError("java: not found; install Java 17 or later (Debian, Ubuntu: apt install openjdk-17-jre)")
    told = subprocess.run([found, "-version"], check=False, capture_output=True, text=True).stderr  # noqa: S603  # found on the path
    version = re.search(r'version "(\d+)', told)
    if not version or int(version[1]) < OLDEST_JAVA:
        first = one_line(told.splitlines()[0] if told else "nothing")
        raise GraphError(f"{one_line(found)}: expected Java {OLDEST_JAVA} or later, found {first}; install a newer one")
    return [found, *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENS)]


def cached() -> Path:
    """The folder the jars are kept in, there or not."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(cache) / "bubble" / f"neo4j-{VERSION}"


def jars(tell: Callable[[str], None]) -> Path:
    """The folder of the jars, fetched the first time: about a minute and 118 MB.

    Raises GraphError without Maven, and where Maven can't fetch them.
    """
    kept = cached()
    if kept.is_dir():
        return kept
    maven = shutil.which("mvn")
    if not maven:
        raise GraphError("mvn: not found; install Maven, which fetches Neo4j (Debian, Ubuntu: apt install maven)")
    tell(f"Fetching Neo4j Community {VERSION} with Maven (about a minute, 118 MB) ...")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        # Fetched beside and moved when whole: an interrupted or doubled fetch harms nothing.
        with TemporaryDirectory(prefix="neo4j-", dir=kept.parent) as beside:
            lib = Path(beside) / "lib"
            goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={lib}"]
            # The pom is copied: Maven may want to write beside it.
            pom = shutil.copy(POM, beside)
            command = [maven, "-q", "-B", "-f", str(pom), *goal]
            result = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  # our own
            if result.returncode:
                said = [line for line in (result.stdout + result.stderr).splitlines() if "ERROR" in line]
                raise GraphError(
                    f"mvn: Neo4j can't be fetched: {one_line(said[0] if said else 'no reason given', 300)}"
                )
            with suppress(OSError):  # another fetch was first
                lib.rename(kept)
    except OSError as error:
        raise GraphError(f"{one_line(kept.parent)}: Neo4j can't be kept here: {error.strerror}") from None
    return kept

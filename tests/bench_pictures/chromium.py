"""A Chromium driven over its own protocol, and what a page costs in it: first picture, drag, zoom.

The first picture is the first frame with at least half as many drawing commands as the fullest frame up to two seconds
after the page has come to rest, plus two animation frames, so that it has left the page's hands. The rule is the same for
every library and needs nothing of it. CPU time is that of all of Chromium's processes, as the system counts it.
"""

from __future__ import annotations

import base64
import json
import math
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import psutil
from websocket import WebSocket, WebSocketTimeoutException, create_connection

from tests.visuals.conftest import FLAGS, HARMLESS

# no name is ever resolved, so a page that asks another host is refused at once and not after a wait
OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND"
WIDE, HIGH = 1440, 900
CANVAS = """(() => { const boxes = [...document.querySelectorAll('canvas')].map((c) => c.getBoundingClientRect());
  const b = boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
  return {x: b.x, y: b.y, w: b.width, h: Math.min(b.height, innerHeight - b.y)}; })()"""


class Shown(NamedTuple):
    """The first picture: ms since the navigation, and CPU ms spent until then."""

    wall: float
    cpu: float


class Chromium:
    """A browser of its own profile; each page gets a new tab, and so a new renderer."""

    def __enter__(self) -> Chromium:
        self._profile = tempfile.mkdtemp(prefix="bench-pictures-")
        program = shutil.which("chromium")
        assert program, "chromium is missing; apt-get install chromium"
        flags = [*FLAGS, OFFLINE, f"--user-data-dir={self._profile}", "--remote-debugging-port=0"]
        self._process = subprocess.Popen([program, *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = Path(self._profile, "DevToolsActivePort")
        end = time.monotonic() + 30
        while not (port.exists() and port.read_text("utf-8").count("\n")):
            assert time.monotonic() < end, "chromium did not start"
            time.sleep(0.05)
        number, path = port.read_text("utf-8").split()[:2]
        self._socket: WebSocket = create_connection(f"ws://127.0.0.1:{number}{path}", suppress_origin=True)
        self._last = 0
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        processes = self.processes()
        self._socket.close()
        for process in processes:
            with suppress(psutil.NoSuchProcess):
                process.terminate()
        psutil.wait_procs(processes, timeout=10)
        self._process.wait(10)
        shutil.rmtree(self._profile, ignore_errors=True)

    def processes(self) -> list[psutil.Process]:
        """All processes of this browser."""
        first = psutil.Process(self._process.pid)
        return [first, *first.children(recursive=True)]

    def cpu(self) -> dict[int, float]:
        """CPU ms of each process so far."""
        taken: dict[int, float] = {}
        for process in self.processes():
            try:
                times = process.cpu_times()
            except psutil.NoSuchProcess:
                continue
            taken[process.pid] = 1000 * (times.user + times.system)
        return taken

    def send(self, method: str, params: dict[str, Any], session: str = "", heard: Any = None) -> Any:
        """The answer to one command; events that come before it go to `heard`."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self._socket.settimeout(120)
        self._socket.send(json.dumps(message))
        while True:
            said = json.loads(self._socket.recv())
            if said.get("id") == self._last:
                assert "error" not in said, f"{method}: {said.get('error')}"
                return said["result"]
            if heard:
                heard(said)

    def listen(self, seconds: float, heard: Callable[[Any], None]) -> None:
        """Hand over the events of the next seconds."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._socket.settimeout(left)
            try:
                heard(json.loads(self._socket.recv()))
            except WebSocketTimeoutException:
                return


def spent(before: dict[int, float], after: dict[int, float]) -> float:
    """CPU ms between two samples."""
    return sum(ms - before.get(pid, 0.0) for pid, ms in after.items())


class Tab:
    """One page, opened afresh."""

    def __init__(self, browser: Chromium) -> None:
        self.browser = browser
        self._target = browser.send("Target.createTarget", {"url": "about:blank"})["targetId"]
        given = {"targetId": self._target, "flatten": True}
        self._session: str = browser.send("Target.attachToTarget", given)["sessionId"]
        self.requests: list[str] = []
        self._shown: list[tuple[float, float, float]] = []
        self._before: dict[int, float] = {}
        metrics = {"width": WIDE, "height": HIGH, "deviceScaleFactor": 1, "mobile": False}
        self.send("Emulation.setDeviceMetricsOverride", metrics)
        light = {"features": [{"name": "prefers-color-scheme", "value": "light"}]}
        self.send("Emulation.setEmulatedMedia", light)
        self.send("Page.enable")
        self.send("Runtime.enable")

    def send(self, method: str, params: dict[str, Any] | None = None) -> Any:
        """The answer to one command for this tab."""
        return self.browser.send(method, params or {}, self._session, self._heard)

    def run(self, script: str) -> Any:
        """What the script gives."""
        told = self.send("Runtime.evaluate", {"expression": script, "returnByValue": True, "awaitPromise": True})
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def open(self, page: Path, most: float) -> Shown:
        """Open a page and wait for its first picture, at most so many seconds."""
        self.send("Runtime.addBinding", {"name": "frameShown"})
        hook = Path(__file__).with_name("hook.js").read_text("utf-8")
        self.send("Page.addScriptToEvaluateOnNewDocument", {"source": hook})
        time.sleep(0.4)
        self._before = self.browser.cpu()
        self._shown.clear()
        self.send("Page.navigate", {"url": page.resolve().as_uri()})
        end = time.monotonic() + most
        quiet, seen = 0.0, 0
        while quiet < 2 and time.monotonic() < end:
            start = time.monotonic()
            self.browser.listen(0.5, self._heard)
            if len(self._shown) != seen or not self._shown or self._shown[-1][1] < 1:
                quiet, seen = 0.0, len(self._shown)
            else:
                quiet += time.monotonic() - start
            if len(self._shown) >= 60:  # it moves by itself and never rests
                break
        assert self._shown, f"no picture after {most} s"
        most_work = max(work for _, work, _ in self._shown)
        return next(Shown(wall, cpu) for wall, work, cpu in self._shown if work >= most_work / 2)

    def drag(self, moves: int = 60) -> float:
        """CPU ms per frame drawn while the empty lower left corner of the picture is held and moved."""
        box = self.run(CANVAS)
        x, y = box["x"] + 14, box["y"] + box["h"] - 14

        def act() -> None:
            self._mouse("mouseMoved", x, y)
            self._mouse("mousePressed", x, y, button="left", buttons=1, clickCount=1)
            for index in range(moves):
                turn = index / 10
                at = x + 90 - 90 * math.cos(turn), y - 60 * abs(math.sin(turn))
                self._mouse("mouseMoved", *at, button="left", buttons=1)
                time.sleep(0.016)
            self._mouse("mouseReleased", *at, button="left", clickCount=1)

        return self._per_frame(act)

    def zoom(self, turns: int = 24) -> float:
        """CPU ms per frame drawn while the wheel is turned over the middle of the picture, in and out again."""
        box = self.run(CANVAS)
        x, y = box["x"] + box["w"] / 2, box["y"] + box["h"] / 2

        def act() -> None:
            for index in range(turns):
                self._mouse("mouseWheel", x, y, deltaX=0, deltaY=-60 if index < turns / 2 else 60)
                time.sleep(0.033)

        return self._per_frame(act)

    def picture(self, path: Path) -> None:
        """Save what is on the screen."""
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", {"format": "png"})["data"]))

    def close(self) -> None:
        """Close the tab."""
        self.browser.send("Target.closeTarget", {"targetId": self._target})

    def _mouse(self, kind: str, x: float, y: float, **more: Any) -> None:
        self.send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **more})

    def _per_frame(self, act: Callable[[], None]) -> float:
        frames = "drawnFrames.length"
        rested = f"new Promise((done) => setTimeout(() => requestAnimationFrame(() => done({frames})), 400))"
        before, start = self.browser.cpu(), self.run(frames)
        act()
        count = self.run(rested) - start
        assert count > 0, "nothing was drawn"
        return spent(before, self.browser.cpu()) / float(count)

    def _heard(self, said: Any) -> None:
        if said.get("method") == "Runtime.bindingCalled":
            frame = json.loads(said["params"]["payload"])
            cpu = spent(self._before, self.browser.cpu())
            self._shown.append((float(frame["shown"]), float(frame["work"]), cpu))
        elif said.get("method") == "Network.requestWillBeSent":
            address = said["params"]["request"]["url"]
            if not address.startswith((*HARMLESS, "file:")):
                self.requests.append(address)

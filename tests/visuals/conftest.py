"""A real Chromium for the tests of pages and figures: started once, offline, every request it makes is seen."""

from __future__ import annotations

import importlib.util
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.parts import require
from tests.visuals.drawn import small_picture
from visuals.page import write_page

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
)
HARMLESS = ("data:", "blob:", "about:", "chrome:", "devtools:")


class Browser:
    """A Chromium window: opens files, runs script, sees console and requests."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, path: Path) -> None:
        """Open a page of ours and wait until it says that it has drawn."""
        self.load(path)
        self.until("return document.documentElement.dataset.ready === 'yes'")

    def load(self, path: Path) -> None:
        """Open any file; what a page before it still asked for is not counted."""
        self.requests()
        self.driver.get_log("browser")
        self.driver.get(path.resolve().as_uri())

    def run(self, script: str, *arguments: object) -> Any:
        """What the script returns."""
        return self.driver.execute_script(script, *arguments)

    def until(self, script: str, *arguments: object) -> None:
        """Wait until the script returns something true; ten seconds without it are a failure."""
        end = time.monotonic() + 10
        while not self.run(script, *arguments):
            assert time.monotonic() < end, f"never came true: {script}; console: {self.driver.get_log('browser')}"
            time.sleep(0.02)

    def find(self, selector: str) -> Any:
        """The first element that matches."""
        return self.driver.find_element("css selector", selector)

    def keys(self, selector: str, *keys: str) -> None:
        """Type into an element."""
        self.find(selector).send_keys(*keys)

    def click_at(self, x: float, y: float) -> None:
        """A real click at a point of the window."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.driver.execute_cdp_cmd(
                "Input.dispatchMouseEvent",
                {"type": kind, "x": x, "y": y, "button": "none" if kind == "mouseMoved" else "left", "clickCount": 1},
            )

    def colours(self, theme: str) -> None:
        """Let the machine ask for "light" or "dark" pages."""
        features = [{"name": "prefers-color-scheme", "value": theme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})

    def where(self, key: str) -> tuple[float, float]:
        """Where a node stands in the window."""
        at = self.run("return window.bubblePicture.where(arguments[0])", key)
        return at["x"], at["y"]

    def click_on(self, key: str) -> None:
        """A real click on a node."""
        self.click_at(*self.where(key))

    def double_click(self, key: str) -> None:
        """Two clicks, 150 ms apart by their own clock, in the place where a node stands at first."""
        x, y = self.where(key)
        start = time.time()
        for count in (1, 2):
            for kind in ("mousePressed", "mouseReleased"):
                event = {"type": kind, "x": x, "y": y, "button": "left", "clickCount": count}
                stamp = {"timestamp": start + 0.15 * (count - 1)}
                self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event | stamp)

    def drag(self, key: str, dx: float, dy: float) -> None:
        """Take a node with the mouse, move it and let it go."""
        x, y = self.where(key)
        for kind, share in (("mousePressed", 0.0), ("mouseMoved", 0.5), ("mouseMoved", 1.0), ("mouseReleased", 1.0)):
            self.driver.execute_cdp_cmd(
                "Input.dispatchMouseEvent",
                {
                    "type": kind,
                    "x": x + dx * share,
                    "y": y + dy * share,
                    "button": "left",
                    "buttons": 1,
                    "clickCount": 1,
                },
            )

    def resize(self, width: int, height: int) -> None:
        """Give the window that inner size."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )

    def drawn(self) -> Any:
        """What the page says that it draws."""
        return self.run("return window.bubblePicture.drawn()")

    def requests(self) -> list[str]:
        """Addresses asked for since the last call, without what is inside the page itself."""
        asked: list[str] = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        return [address for address in asked if not address.startswith(HARMLESS)]

    def complaints(self) -> list[str]:
        """What the console says since the page was opened."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


def start(profile: Path) -> Any:
    """A driver of a new headless Chromium with that folder as its profile; quit it when done."""
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = str(shutil.which("chromium"))
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(shutil.which("chromedriver"))))
    driver.set_script_timeout(
        120
    )  # the tours of hostile pages click through all of them, on a machine that may be busy
    return driver


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One Chromium for the whole run."""
    require(
        "chromium",
        bool(shutil.which("chromium") and shutil.which("chromedriver") and importlib.util.find_spec("selenium")),
        "the tests of pages drive a real browser; apt-get install chromium chromium-driver, pip install selenium",
    )
    started = start(tmp_path_factory.mktemp("chromium"))
    yield started
    started.quit()


@pytest.fixture
def browser(chromium: Any) -> Browser:
    """The Chromium of the run, in a light window of 1440 × 900."""
    # a tab of its own: where an earlier page's history still goes to does not matter here
    before = chromium.current_window_handle
    chromium.switch_to.new_window("tab")
    after = chromium.current_window_handle
    chromium.switch_to.window(before)
    chromium.close()
    chromium.switch_to.window(after)
    window = Browser(chromium)
    window.resize(1440, 900)
    window.colours("light")
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    return window


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The page of the small picture, under a name with Thai letters and a space."""
    path = tmp_path / "หน้า page.html"
    write_page(small_picture(), path)
    return path

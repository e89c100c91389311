"""The HTML page in a real browser: links light up words, tables sort, nothing is fetched, anyone can read it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

EARLIER = (
    "Corran Valley Brewing Reports First Quarter Results\n\nWe expect net sales of $40 million in 2026.\n\n"
    "Forward-Looking Statements\n\nThis release contains forward-looking statements within the meaning of the Private "
    "Securities Litigation Reform Act of 1995. Actual results may differ materially because of weather, strikes and "
    "the price of barley. We undertake no obligation to update these statements.\n"
)
LATER = EARLIER.replace("of 1995", "of 1996").replace("strikes", "tariffs").replace("$40", "$44")
FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install -e '.[slow]')")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.skip("no Chromium on this machine")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    one, many = folder / "one.html", folder / "many.html"
    main(["check", "-q", "--no-config", str(FIXTURES / "promotion-misnamed-act.txt"), "--output", f"html={one}"])
    main(["check", "-q", "--no-config", str(FIXTURES), "--output", f"html={many}"])
    earlier, later, prior = folder / "q1.txt", folder / "q2.txt", folder / "prior.html"
    earlier.write_text(EARLIER, encoding="utf-8")
    later.write_text(LATER, encoding="utf-8")
    main(["check", "-q", "--no-config", "--prior", str(earlier), str(later), "--output", f"html={prior}"])
    return {"one": one, "many": many, "prior": prior}


@pytest.fixture
def opened(browser: Any, pages: dict[str, Path]) -> Iterator[Any]:
    """Opens a page and holds it to silence: no message on the console, no request but for the page itself."""
    told: list[str] = []
    contexts: list[Any] = []

    def open_page(name: str, **options: Any) -> Any:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: told.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("request", lambda request: told.append(request.url) if request.url != pages[name].as_uri() else None)
        page.goto(pages[name].as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert told == []


def is_in_view(page: Any, selector: str) -> bool:
    inside: bool = page.locator(selector).first.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight; }"
    )
    return inside


@pytest.mark.parametrize("width", [1400, 400])
def test_pressing_a_finding_lights_up_its_words_and_brings_them_into_view(opened: Any, width: int) -> None:
    page = opened("one", viewport={"width": width, "height": 500})
    page.locator(".point", has_text="Misnamed reform act").get_by_role("link", name="line 15, legend").click()
    lit = "".join(page.locator(".lit").all_text_contents())
    assert lit == "Private Securities Litigation Act of 1995"
    page.wait_for_timeout(300)
    assert is_in_view(page, ".lit")


def test_the_number_at_the_words_leads_back_to_the_finding(opened: Any) -> None:
    page = opened("one", viewport={"width": 400, "height": 500})
    number = page.locator(".point", has_text="Misnamed reform act").locator(".number").inner_text()
    page.locator("a.back", has_text=re.compile(f"^{number}$")).click()
    page.wait_for_timeout(300)
    assert "Misnamed reform act" in page.locator(".point:target").inner_text()
    assert is_in_view(page, ".point:target")


def test_a_place_without_words_is_brought_into_view(opened: Any) -> None:
    page = opened("one", viewport={"width": 1400, "height": 300})
    page.get_by_role("link", name="would stand in the legend").first.click()
    page.wait_for_timeout(300)
    assert is_in_view(page, ".place.lit")


def test_links_work_from_the_keyboard(opened: Any) -> None:
    page = opened("one", viewport={"width": 1400, "height": 500})
    page.locator(".point", has_text="Misnamed reform act").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".lit").count() > 0


def test_pressing_a_fix_lights_up_the_words_that_it_mends(opened: Any) -> None:
    page = opened("prior", viewport={"width": 1400, "height": 500})
    point = page.locator(".point", has_text="Wrong year of an Act")
    assert (point.locator("del").inner_text(), point.locator("ins").inner_text()) == ("1996", "1995")
    point.locator(".edited").locator("xpath=..").get_by_role("link").click()
    assert "Reform Act of 1996" in "".join(page.locator(".lit").all_text_contents())


def test_the_verdict_leads_to_the_redline_and_to_each_point(opened: Any) -> None:
    page = opened("prior", viewport={"width": 1400, "height": 300})
    page.get_by_role("link", name=re.compile("^Against ")).click()
    page.wait_for_timeout(300)
    assert is_in_view(page, ".redline")
    page.locator(".wrong a", has_text="Wrong year of an Act").click()
    page.wait_for_timeout(300)
    assert "Wrong year of an Act" in page.locator(".point:target").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_removed_and_added_are_told_apart_without_colour(opened: Any, scheme: Any) -> None:
    page = opened("prior", viewport={"width": 1400, "height": 500}, color_scheme=scheme)
    shown = "e => getComputedStyle(e).textDecorationLine"
    told = "e => getComputedStyle(e, '::before').content"
    for tag, line, word in (("del", "line-through", "removed"), ("ins", "underline", "added")):
        element = page.locator(f".redline {tag}").first
        assert element.evaluate(shown) == line
        assert word in element.evaluate(told)


@pytest.mark.parametrize("table", ["#overview", "table.matrix"])
def test_tables_sort_both_ways(opened: Any, table: str) -> None:
    page = opened("many", viewport={"width": 1400, "height": 900})
    first = page.locator(table).first
    head = first.locator("thead button").first
    head.click()
    up = first.locator("tbody tr th").all_inner_texts()
    assert first.locator("thead th").first.get_attribute("aria-sort") == "ascending"
    head.click()
    assert first.locator("tbody tr th").all_inner_texts() == up[::-1]
    assert [name.lower() for name in up] == sorted(name.lower() for name in up)


def test_the_overview_sorts_verdicts_by_gravity(opened: Any) -> None:
    page = opened("many", viewport={"width": 1400, "height": 900})
    page.locator("#overview thead button", has_text="Verdict").click()
    verdicts = page.locator("#overview tbody td.verdict").all_inner_texts()
    assert list(dict.fromkeys(verdicts)) == ["INCOMPLETE", "COMPLETE", "NOTHING TO DISCLAIM"]


def test_the_overview_filters_by_name_and_verdict(opened: Any) -> None:
    page = opened("many", viewport={"width": 1400, "height": 900})
    page.get_by_label("Verdict").select_option("INCOMPLETE")
    shown = page.locator("#overview tbody tr:visible")
    assert {row.get_attribute("data-verdict") for row in shown.all()} == {"INCOMPLETE"}
    page.get_by_label("File").fill("citations")
    assert shown.count() == 1
    assert page.locator("article:visible").count() == 1
    assert page.locator("#shown").inner_text().startswith("1 of ")


@pytest.mark.parametrize("name", ["one", "many", "prior"])
def test_four_hundred_pixels_are_enough(opened: Any, name: str) -> None:
    page = opened(name, viewport={"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


@pytest.mark.parametrize("name", ["one", "many", "prior"])
def test_paper_shows_everything_unfolded(opened: Any, name: str) -> None:
    page = opened(name, viewport={"width": 800, "height": 800})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator(".filters:visible").count() == 0
    assert len(page.pdf()) > 10_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["one", "many", "prior"])
def test_axe_finds_nothing(opened: Any, name: str, scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (.[slow])")
    page = opened(name, viewport={"width": 1400, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120], len(v["nodes"])) for v in found] == []

"""Facts of the import page as a reader opens it."""

import pytest

from app.words import LANGUAGES, text
from tests.screen import IMPORTS, html, opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_of_how_many_files_the_data_are_made(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr("app.access.may_import", lambda: True)
    screen = opened(IMPORTS, lang=language)
    assert not screen.exception
    sentence = html(screen).split('kk_sentence">')[1]
    assert any(figure in sentence for figure in ("111", text(language, "imports.no_files")))
    assert screen.button(key="imports_check").disabled


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_who_sits_elsewhere_is_told_how_files_are_brought_in(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr("app.access.may_import", lambda: False)
    screen = opened(IMPORTS, lang=language)
    assert not screen.exception
    assert screen.info[0].value == text(language, "imports.closed")
    assert "run.py etl load" in screen.markdown[0].value
    assert not screen.get("file_uploader")
    assert not [button for button in screen.button if button.key == "imports_check"]


def test_an_import_that_is_not_there_is_told() -> None:
    screen = opened(IMPORTS, **{"lang": "en", "import": "../../warehouse"})
    assert not screen.exception
    assert "warehouse" in screen.warning[0].value
    assert "import" not in screen.query_params

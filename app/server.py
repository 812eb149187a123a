"""The dashboard as a web application: `uvicorn app.server:app` serves it ready for its readers."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from app.warehouse import NoWarehouseError
from app.warm_up import warm_up

DASHBOARD = Path(__file__).resolve().parent.parent / "dashboard.py"


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Before the first reader: what every page reads is read once."""
    # Until st.navigation has run once, Streamlit takes pages/ for an older kind of pages, and
    # tells whoever opens a shared link first that there is no such page.
    PagesManager.uses_pages_directory = False
    with suppress(NoWarehouseError):
        warm_up()
    # What is loaded now stays to the end: the collector need not walk it for every reader.
    gc.collect()
    gc.freeze()
    yield


app = st.App(DASHBOARD, lifespan=lifespan)

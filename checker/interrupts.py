"""An interruption from the keyboard reaches every process of a run; only the first one is to speak of it."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def workers_deaf() -> Iterator[None]:
    """What is started inside never hears an interruption: whoever started it ends it.

    Meanwhile, some hundredths of a second, nobody hears one. A process that is not asked for by the main thread keeps
    its ears: only that thread may close them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # Ignored, not blocked: joblib unblocks signals on its way, and only these two ways pass to another program.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def threads_quiet() -> Iterator[None]:
    """joblib's thread fails to find its work when a run is given up; its trace is shown only when it was not."""
    held: list[threading.ExceptHookArgs] = []
    show = threading.excepthook

    def hold(args: threading.ExceptHookArgs) -> None:
        if args.exc_type is KeyError and "ExecutorManager" in type(args.thread).__name__:
            held.append(args)
        else:
            show(args)

    threading.excepthook = hold
    try:
        yield
    except BaseException:
        held.clear()
        raise
    finally:
        threading.excepthook = show
        for args in held:
            show(args)

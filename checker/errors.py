"""What can go wrong, by whose mistake it is. Each message is one line for the user."""


class CheckerError(Exception):
    """Any error that the program expects and can explain in one line."""


class ReadError(CheckerError):
    """A file cannot be read in full, so nothing is said about it (exit code 3).

    `kind` is a stable word for reports: missing, empty, binary, undecodable, too-large, unreadable, format. `reason`
    is the message without the file's name, for reports that show the name themselves.
    """

    def __init__(self, reason: str, *, name: str, kind: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.reason = reason
        self.name = name
        self.kind = kind

    def __reduce__(self) -> tuple[object, ...]:
        """Keyword-only arguments do not survive pickling by default; workers hand errors back as values."""
        return (_read_error, (self.reason, self.name, self.kind))


def _read_error(reason: str, name: str, kind: str) -> ReadError:
    return ReadError(reason, name=name, kind=kind)


class ConfigError(CheckerError):
    """Wrong usage or configuration (exit code 2)."""


class ModelError(CheckerError):
    """A model file is missing, damaged or not the one its card describes (exit code 3)."""


class RuleSetError(CheckerError):
    """The table of rules contradicts itself: unknown prerequisite, cycle, duplicate id (exit code 3)."""

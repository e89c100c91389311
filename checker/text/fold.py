"""Folding: text evened out for matching, character for character, so that offsets keep their meaning."""

from __future__ import annotations

# One character to one character. Hyphens and dashes, quotation marks, spaces of every width, line ends.
_FOLD = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\t\n\r\f\v*_", " "),
}


def fold(text: str) -> str:
    """`text` in lower case with typography evened out, of exactly the same length.

    `str.lower` may lengthen a character (U+0130); such a character is kept as it is.
    """
    evened = text
    # A text holds a few of these at most: replacing them one by one takes a third of what `str.translate` does.
    for odd in _FOLD.keys() & set(text):
        evened = evened.replace(odd, _FOLD[odd])
    lowered = evened.lower()
    if len(lowered) == len(evened):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in evened)

"""Where to read more, as of when, and who updates?"""

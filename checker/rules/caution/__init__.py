"""Does it say that results may differ, and why?"""

"""Is there a legend, and does it say which statements it speaks of?"""

"""Does it claim the safe harbor, and does it cite the law by its right name?"""

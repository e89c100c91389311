"""Do the legends that stand beside the safe harbor do their part?"""

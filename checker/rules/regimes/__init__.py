"""Does it hold under another regime: speech, or the law of another country?"""

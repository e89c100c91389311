"""May this issuer, in this transaction, claim the safe harbor at all?"""

"""The gate: which findings are accepted, by whom, until when. It never changes what was found.

outcomes + (directives in the text, waivers, baseline, today) → outcomes, some of them `waived`
"""

"""Is the legend this release's own?"""

"""git: revisions, blobs, tags, commits, state of the working tree; the only room that knows git.

A repository's own configuration may name programs. So nothing here asks git for what would run them: the state of the
working tree is compared by our own hashes, never by ``git status``; hooks, fsmonitor, lazy fetches and protocols are
switched off in every call. Reading goes by plain plumbing, a few questions, each for everything.
"""

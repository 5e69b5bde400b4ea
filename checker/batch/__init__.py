"""Many reports: one pure function of one report, mapped by an engine, its results written to a store.

`work` is the function, `process` runs it where a report can exhaust neither time nor memory of the rest,
`local` and `cluster` are the engines, `run` finds what is new and ties them to the store.
"""

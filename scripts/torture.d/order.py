"""Not there yet."""
def add_arguments(parser): pass
def prepare(options): pass
def run(proof, versions, options): pass

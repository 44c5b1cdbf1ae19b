"""`python -m digest`: the command line."""

from digest.cli import main

if __name__ == "__main__":
    main()

"""Pseudo-random choices that are the same on every Python: the standard library's changed between versions."""

MASK = (1 << 64) - 1


class Dice:
    """SplitMix64 with the few choices that the generator needs."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, count):
        return self.next() % count

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def pick(self, things):
        return things[self.below(len(things))]

    def weighted(self, pairs):
        """One of (thing, weight) pairs."""
        left = self.below(sum(weight for _, weight in pairs))
        for thing, weight in pairs:
            if left < weight:
                return thing
            left -= weight

    def percent(self, share):
        return self.below(100) < share

    def shuffled(self, things):
        things = list(things)
        for index in range(len(things) - 1, 0, -1):
            other = self.below(index + 1)
            things[index], things[other] = things[other], things[index]
        return things

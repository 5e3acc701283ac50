namespace Stemma.Training;

/// <summary>Which number comes next? A seeded stream that is the same on every machine.</summary>
internal struct Splitmix(ulong seed)
{
    ulong state = seed;

    public ulong Long()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Next() => (int)(Long() >> 33);
    public float Unit() => (Long() >> 40) * (1f / (1 << 24));
    public int Below(int n) => (int)((Long() >> 33) % (ulong)n);
    public float Normal()
    {
        double u = (Long() >> 11) * (1.0 / (1L << 53)) + 1e-300, w = (Long() >> 11) * (1.0 / (1L << 53));
        return (float)(Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * w));
    }
}

namespace Stemma.Corpus.Reuse;

/// <summary>Key to the head of its list of articles: an open table, because a case has ten million of them.</summary>
internal sealed class KeyTable(int size)
{
    private ulong[] _keys = new ulong[size];
    private KeySlot[] _slots = new KeySlot[size];
    private int _count;

    /// <summary>The slot of a key, made where there is none. Key 0 is that of an empty slot, so it is taken for key 1.</summary>
    public ref KeySlot Slot(ulong key)
    {
        if (_count * 3 > _keys.Length * 2)
        {
            Grow();
        }

        key = Math.Max(1, key);
        var at = Find(_keys, key);
        if (_keys[at] == 0)
        {
            _keys[at] = key;
            _count++;
        }

        return ref _slots[at];
    }

    public bool TryFind(ulong key, out KeySlot slot)
    {
        var at = Find(_keys, Math.Max(1, key));
        slot = _slots[at];
        return _keys[at] != 0;
    }

    private static int Find(ulong[] keys, ulong key)
    {
        var mask = keys.Length - 1;
        var at = (int)(key >> 20) & mask;
        while (keys[at] != 0 && keys[at] != key)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Grow()
    {
        var keys = new ulong[_keys.Length * 2];
        var slots = new KeySlot[keys.Length];
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != 0)
            {
                var at = Find(keys, _keys[i]);
                (keys[at], slots[at]) = (_keys[i], _slots[i]);
            }
        }

        (_keys, _slots) = (keys, slots);
    }
}

/// <param name="Head">One more than the place of the newest posting; 0 where there is none.</param>
internal record struct KeySlot(int Head, int Count);

namespace Peeker.Sandbox.State;

/// <summary>Records in the order they were made. Callers hold the world's lock.</summary>
internal sealed class Table<T>(Func<T, string> idOf, Func<T, string?>? nameOf = null)
    where T : class
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<T?> _rows = [];

    public IEnumerable<T> All => _rows.Where(row => row is not null)!;

    /// <summary>The rows made before a place, the last one first. A place stays what it is when rows are removed.</summary>
    public IEnumerable<(int Index, T Row)> NewestFirst(int before = int.MaxValue)
    {
        for (var index = Math.Min(before, _rows.Count) - 1; index >= 0; index--)
        {
            if (_rows[index] is { } row) yield return (index, row);
        }
    }

    /// <summary>The record with this name, for records that have one; no two at a time do.</summary>
    public T? Named(string name) => _byName.TryGetValue(name, out var index) ? _rows[index] : null;

    public T? Find(string id) => _index.TryGetValue(id, out var index) ? _rows[index] : null;

    public T Put(T row)
    {
        if (_index.TryGetValue(idOf(row), out var index))
        {
            if (_rows[index] is { } old && nameOf?.Invoke(old) is { } oldName) _byName.Remove(oldName);
            _rows[index] = row;
        }
        else
        {
            index = _rows.Count;
            _index.Add(idOf(row), index);
            _rows.Add(row);
        }

        if (nameOf?.Invoke(row) is { } name) _byName[name] = index;
        return row;
    }

    public void Remove(string id)
    {
        if (!_index.Remove(id, out var index)) return;
        if (nameOf?.Invoke(_rows[index]!) is { } name) _byName.Remove(name);
        _rows[index] = null;
    }
}

using System.Buffers;
using System.Runtime.CompilerServices;

namespace Peeker.Json;

/// <summary>Collects the items of an array in rented memory, so that the list handed out has exactly its length.</summary>
internal ref struct WireList<T>
{
    private T[] _rented;
    private int _count;

    public WireList() => _rented = [];

    public void Add(T item)
    {
        if (_count == _rented.Length) Grow();
        _rented[_count++] = item;
    }

    public readonly T[] ToArray() => _count == 0 ? [] : _rented.AsSpan(0, _count).ToArray();

    public void Dispose()
    {
        if (_rented.Length > 0) ArrayPool<T>.Shared.Return(_rented, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        _rented = [];
        _count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(16, _count * 2));
        _rented.AsSpan(0, _count).CopyTo(larger);
        if (_rented.Length > 0) ArrayPool<T>.Shared.Return(_rented, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        _rented = larger;
    }
}

namespace Peeker.Tests.Domains;

/// <summary>Progress that arrives at once, where <see cref="Progress{T}"/> would post it.</summary>
internal sealed class Told<T>(Action<T> told) : IProgress<T>
{
    public void Report(T value) => told(value);
}

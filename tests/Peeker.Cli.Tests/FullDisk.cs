using System.Text;

namespace Peeker.Cli.Tests;

/// <summary>Standard output of which nothing can be kept.</summary>
internal sealed class FullDisk : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => throw new IOException("No space left on device");

    public override void Flush() => throw new IOException("No space left on device");

    public override Task FlushAsync() => Task.FromException(new IOException("No space left on device"));
}

using System.Text;

namespace Peeker.Cli.Domains;

/// <summary>
/// Rows in a file, which is all there is to remember of a run: the next one reads the names that have a row, and adds the others. Rows are added whole, some at a time
/// with one call of the system; what a crash of the machine may leave of a row at the end is cut off by the next run.
/// </summary>
internal sealed class RowFile : RowSink
{
    private const int BlockBytes = 1 << 12;

    private readonly FileLock _lock;
    private readonly FileStream _file;
    private readonly MemoryStream _block = new();

    private RowFile(RowFormat format, FileLock held, FileStream file)
        : base(format) => (_lock, _file) = (held, file);

    public override bool CanGoOn => true;

    /// <summary>Opens or makes the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How its rows are written.</param>
    /// <param name="done">Gets the names that have a row already.</param>
    /// <exception cref="UsageException">The file is in use, or holds something else; it is left as it was.</exception>
    public static RowFile Open(string path, RowFormat format, NamesDone done)
    {
        var held = FileLock.Take(path);
        FileStream? file = null;
        try
        {
            file = Open(path);
            var earlier = new WrittenRows(path, format);
            var written = earlier.Read(file, done);
            file.SetLength(written);
            file.Position = written;
            var rows = new RowFile(format, held, file) { EarlierInvalid = earlier.Invalid };
            if (written == 0 && format.Head is { } head) rows.Write(head);
            return rows;
        }
        catch
        {
            file?.Dispose();
            held.Dispose();
            throw;
        }
    }

    public override void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
        _block.Dispose();
        base.Dispose();
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        }
        catch (Exception unusable) when (InputFile.IsOfFiles(unusable))
        {
            throw new UsageException($"{Shown.File(path)} cannot be written; name a file that is yours to write.");
        }
    }

    protected override void Write(string line)
    {
        _block.Write(Encoding.UTF8.GetBytes(line));
        _block.WriteByte((byte)'\n');
        if (_block.Length >= BlockBytes) Keep();
    }

    protected override void Keep()
    {
        var before = _file.Position;
        try
        {
            _file.Write(_block.GetBuffer().AsSpan(0, (int)_block.Length));
        }
        catch (IOException)
        {
            // A full disk takes a part of what it is given.
            _file.SetLength(before);
            throw;
        }
        finally
        {
            _block.SetLength(0);
        }
    }
}

namespace Peeker.Generator.Drift;

/// <summary>A page of documentation as its sections, in their order.</summary>
internal sealed record Page(string Name, IReadOnlyList<string> Lines, IReadOnlyList<Section> Sections);

/// <summary>What stands under one heading, or in one component with a title.</summary>
internal sealed record Section(string Title, int Level, Section? Parent, List<Block> Blocks);

/// <param name="Line">Line of the page, from 1.</param>
internal abstract record Block(int Line);

/// <summary>Running text; code is in backticks, and line breaks are those of the page.</summary>
internal sealed record Prose(int Line, string Text, bool IsItem) : Block(Line);

/// <param name="Line">Line of the fence; the text begins on the next.</param>
internal sealed record Fence(int Line, string Language, string Title, string Text) : Block(Line);

internal sealed record Table(int Line, IReadOnlyList<string> Header, IReadOnlyList<Row> Rows) : Block(Line);

internal sealed record Row(int Line, IReadOnlyList<string> Cells);

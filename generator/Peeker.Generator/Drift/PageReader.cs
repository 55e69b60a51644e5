using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tables = Markdig.Extensions.Tables;

namespace Peeker.Generator.Drift;

/// <summary>Reads a page of Markdown or MDX.</summary>
internal static class PageReader
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public static Page Read(string name, string text)
    {
        var lines = Mdx.Plain(text);
        var sections = new List<Section> { new("", 0, null, []) };
        foreach (var block in Markdown.Parse(string.Join('\n', lines), Pipeline)) Add(block, sections, false);
        return new(name, lines, sections);
    }

    private static void Add(Markdig.Syntax.Block block, List<Section> sections, bool item)
    {
        var line = block.Line + 1;
        switch (block)
        {
            case HeadingBlock heading:
                var title = Text(heading.Inline);
                var parent = sections.FindLast(s => s.Level < heading.Level);
                sections.Add(new(title, heading.Level, parent, [new Prose(line, title, false)]));
                break;
            case FencedCodeBlock fence:
                var info = Regex.Replace($"{fence.Info} {fence.Arguments}", @"\w+=(\{.*\}|""[^""]*""|\S+)|\{[\d,\s-]*\}", "").Trim().Split(' ', 2);
                sections[^1].Blocks.Add(new Fence(line, info[0].ToLowerInvariant(), info.Length > 1 ? info[1].Trim() : "", fence.Lines.ToString()));
                break;
            case Tables.Table table:
                var rows = table.Cast<Tables.TableRow>().Select(row => new Row(row.Line + 1, [.. row.Cast<Tables.TableCell>().Select(Cell)])).ToList();
                sections[^1].Blocks.Add(new Table(line, [.. rows[0].Cells.Select(c => c.ToLowerInvariant().Trim())], rows[1..]));
                break;
            case LeafBlock { Inline: { } inline }:
                sections[^1].Blocks.Add(new Prose(line, Text(inline), item));
                break;
            case ContainerBlock container:
                var first = true;
                foreach (var child in container)
                {
                    Add(child, sections, container is ListItemBlock && first);
                    first = false;
                }

                break;
        }
    }

    private static string Cell(Tables.TableCell cell) => string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => Text(leaf.Inline)));

    private static string Text(ContainerInline? inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            switch (part)
            {
                case LiteralInline literal: text.Append(literal.Content.ToString()); break;
                case CodeInline code: text.Append('`').Append(code.Content).Append('`'); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case HtmlInline tag: text.Append(tag.Tag); break;
                case LineBreakInline: text.Append('\n'); break;
            }
        }

        return text.ToString();
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables();
        // In MDX neither indentation nor a tag takes the lines that follow out of the Markdown.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        return builder.Build();
    }
}

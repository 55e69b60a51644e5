using System.Text;

namespace Peeker;

/// <summary>
/// RFC 3492. <see cref="System.Globalization.IdnMapping"/> is not used, because with ICU it also maps and refuses characters, without ICU it does neither, and the
/// names must be the same on every machine.
/// </summary>
internal static class Punycode
{
    private const int Base = 36, Least = 1, Most = 26, Skew = 38, Damp = 700, FirstBias = 72, FirstPoint = 0x80;

    public static string Encode(IReadOnlyList<int> points)
    {
        var output = new StringBuilder();
        foreach (var point in points)
        {
            if (point < FirstPoint) output.Append((char)point);
        }

        int basic = output.Length, done = basic, bias = FirstBias, current = FirstPoint;
        if (basic > 0) output.Append('-');
        for (var delta = 0L; done < points.Count; delta++, current++)
        {
            var next = points.Where(point => point >= current).Min();
            delta += (long)(next - current) * (done + 1);
            current = next;
            foreach (var point in points)
            {
                if (point < current) delta++;
                if (point != current) continue;
                Append(output, delta, bias);
                bias = Adapt(delta, done + 1, first: done == basic);
                delta = 0;
                done++;
            }
        }

        return output.ToString();
    }

    /// <summary>Null if the text, which is ASCII in lower case, is no Punycode.</summary>
    public static List<int>? Decode(string text)
    {
        var hyphen = text.LastIndexOf('-');
        var points = text.Take(Math.Max(hyphen, 0)).Select(letter => (int)letter).ToList();
        int bias = FirstBias, current = FirstPoint, place = 0;
        for (var at = hyphen + 1; at < text.Length;)
        {
            var (delta, weight) = (0L, 1L);
            for (var step = Base; ; step += Base)
            {
                if (at == text.Length || Digit(text[at++]) is not (>= 0 and var digit)) return null;
                delta += digit * weight;
                var threshold = Threshold(step, bias);
                if (delta > int.MaxValue) return null;
                if (digit < threshold) break;
                weight *= Base - threshold;
                if (weight > int.MaxValue) return null;
            }

            bias = Adapt(delta, points.Count + 1, first: place == 0 && current == FirstPoint && points.Count == Math.Max(hyphen, 0));
            var sum = place + delta;
            if (current + sum / (points.Count + 1) > 0x10FFFF) return null;
            current += (int)(sum / (points.Count + 1));
            place = (int)(sum % (points.Count + 1));
            points.Insert(place++, current);
        }

        return points;
    }

    private static void Append(StringBuilder output, long delta, int bias)
    {
        for (var step = Base; ; step += Base)
        {
            var threshold = Threshold(step, bias);
            if (delta < threshold)
            {
                output.Append(Letter((int)delta));
                return;
            }

            output.Append(Letter((int)(threshold + (delta - threshold) % (Base - threshold))));
            delta = (delta - threshold) / (Base - threshold);
        }
    }

    private static int Threshold(int step, int bias) => Math.Clamp(step - bias, Least, Most);

    private static int Adapt(long delta, int count, bool first)
    {
        delta = first ? delta / Damp : delta / 2;
        delta += delta / count;
        var step = 0;
        for (; delta > (Base - Least) * Most / 2; step += Base) delta /= Base - Least;
        return (int)(step + (Base - Least + 1) * delta / (delta + Skew));
    }

    private static char Letter(int digit) => (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);

    private static int Digit(char letter) => letter switch
    {
        >= 'a' and <= 'z' => letter - 'a',
        >= '0' and <= '9' => letter - '0' + 26,
        _ => -1,
    };
}

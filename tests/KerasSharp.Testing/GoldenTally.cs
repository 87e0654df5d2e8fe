using NUnit.Framework.Interfaces;

namespace KerasSharp.Testing;

/// <summary>The counts of one family in this run.</summary>
internal sealed class GoldenTally(string family)
{
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private int passed;
    private int failed;
    private int notYet;
    private int unsupported;
    private int others;

    public void Record(TestStatus status, string? message)
    {
        lock (missing)
        {
            if (status == TestStatus.Failed)
                failed++;
            else if (status is TestStatus.Passed or TestStatus.Warning)
                passed++;
            else if (NotYet.What(message) is { } what)
            {
                notYet++;
                missing.Add(what);
            }
            else if (Unsupported.IsReason(message))
                unsupported++;
            else
                others++;
        }
    }

    public override string ToString()
    {
        lock (missing)
        {
            string names = missing.Count > 0 ? $" ({string.Join(", ", missing)})" : "";
            string line = $"golden {family}: {passed} passed, {failed} failed, {notYet} not yet built{names}";
            line += unsupported > 0 ? $", {unsupported} unsupported by the engine" : "";
            return line + (others > 0 ? $", {others} skipped for other reasons" : "");
        }
    }
}

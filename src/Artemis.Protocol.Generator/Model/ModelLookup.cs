namespace Artemis.Protocol.Generator.Model;

/// <summary>Finds declarations by name. A bound model holds every name it refers to, so a miss is a defect of the binder.</summary>
public static class ModelLookup
{
    public static EnumModel Enum(this ProtocolModel protocol, string name) => protocol.Enums.First(item => item.Name == name);

    public static StructModel Struct(this ProtocolModel protocol, string name) => protocol.Structs.First(item => item.Name == name);

    public static RecordModel Record(this ProtocolModel protocol, string name) => protocol.Records.First(item => item.Name == name);
}

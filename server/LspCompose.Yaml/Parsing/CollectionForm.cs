namespace LspCompose.Yaml.Parsing;

/// <summary>How a collection is written: by indentation or in brackets.</summary>
internal enum CollectionForm
{
    Block,
    Flow,
}

import yaml, os, re, sys
root='/tmp/h/bench'
d=yaml.safe_load(open(root+'/openapi/peeker.yaml'))
S=d['components']['schemas']
def pascal(n): return ''.join(w[:1].upper()+w[1:] for w in re.split('[_.]',n))
need=[]
def refname(p):
    if '$ref' in p: return p['$ref'].split('/')[-1]
    if 'allOf' in p: return refname(p['allOf'][0])
def resolve(n):
    s=S[n]; props={}; 
    for part in s.get('allOf',[]):
        if '$ref' in part: props.update(resolve(part['$ref'].split('/')[-1]))
        else: props.update(part.get('properties',{}))
    props.update(s.get('properties',{}))
    return props
def isenum(n): return 'enum' in S[n]
roots=['Bundle','BundleCreate','Availability','OrderDetail','OrderReceipt','BundleOrder','PageLinks','PageMeta','Domain','ForwardingJob','ImportJob','Swap','AvailabilityRequest']
todo=list(roots); seen=[]
special={'SequencerClientId':'long','OrderDomain':'OrderDomainObject'}
while todo:
    n=todo.pop(0)
    if n in seen: continue
    seen.append(n)
    if isenum(n): continue
    for p in resolve(n).values():
        q=p.get('items',p) if p.get('type')=='array' else p
        r=refname(q)
        if r:
            if r=='OrderDomain': r='OrderDomainObject'
            if r=='SequencerClientId': continue
            todo.append(r)
def kind(p):
    if p.get('type')=='array':
        k,t=kind(p['items']); return ('list:'+k,t)
    r=refname(p)
    if r:
        if r=='SequencerClientId': return ('long','long')
        if r=='OrderDomain': r='OrderDomainObject'
        return ('enum' if isenum(r) else 'object', r)
    t=p['type']
    if t=='string': return ('time','DateTimeOffset') if p.get('format')=='date-time' else ('string','string')
    if t=='integer': return ('long','long') if p.get('format')=='int64' else ('int','int')
    if t=='boolean': return ('bool','bool')
    raise Exception(p)
def write(path,text):
    os.makedirs(os.path.dirname(path),exist_ok=True); open(path,'w').write(text)
def required(n):
    return set(S[n].get('required',[]))
# floor
def floor(n):
    out=['namespace Peeker.Benchmarks.Floor;\n',f'internal sealed class {n}','{']
    first=True
    for name,p in resolve(n).items():
        k,t=kind(p)
        opt = name not in required(n) or p.get('nullable')
        if k.startswith('list'):
            t='string' if k in('list:enum','list:string') else t
            ty=f'List<{t}>?'
        elif k in('enum','string'): ty='string?'
        elif k=='object': ty=t+'?'
        else: ty=t+('?' if opt else '')
        if not first: out.append('')
        first=False
        out.append(f'    public {ty} {pascal(name)} {{ get; set; }}')
    out.append('}\n')
    write(f'{root}/benchmarks/Floor/{n}.cs','\n'.join(out))
def kiota(n):
    props=sorted(resolve(n).items(), key=lambda x:pascal(x[0]))
    out=['using Microsoft.Kiota.Abstractions.Serialization;\n','namespace Peeker.Benchmarks.Kiota;\n',f'internal class {n} : IAdditionalDataHolder, IParsable','{',
    f'    public {n}() => AdditionalData = new Dictionary<string, object>();\n',
    '    public IDictionary<string, object> AdditionalData { get; set; }']
    ds=[];ss=[]
    for name,p in props:
        k,t=kind(p); P=pascal(name)
        if k=='list:string': ty='List<string>?'; g='GetCollectionOfPrimitiveValues<string>()?.AsList()'; s=f'WriteCollectionOfPrimitiveValues<string>("{name}", {P})'
        elif k=='list:enum': ty=f'List<{t}?>?'; g=f'GetCollectionOfEnumValues<{t}>()?.AsList()'; s=f'WriteCollectionOfEnumValues<{t}>("{name}", {P})'
        elif k=='list:object': ty=f'List<{t}>?'; g=f'GetCollectionOfObjectValues<{t}>({t}.CreateFromDiscriminatorValue)?.AsList()'; s=f'WriteCollectionOfObjectValues<{t}>("{name}", {P})'
        elif k=='object': ty=t+'?'; g=f'GetObjectValue<{t}>({t}.CreateFromDiscriminatorValue)'; s=f'WriteObjectValue<{t}>("{name}", {P})'
        elif k=='enum': ty=t+'?'; g=f'GetEnumValue<{t}>()'; s=f'WriteEnumValue<{t}>("{name}", {P})'
        else:
            m={'string':'String','time':'DateTimeOffset','int':'Int','long':'Long','bool':'Bool'}[k]
            ty=t+'?'; g=f'Get{m}Value()'; s=f'Write{m}Value("{name}", {P})'
        out.append(''); out.append(f'    public {ty} {P} {{ get; set; }}')
        ds.append(f'        {{ "{name}", n => {{ {P} = n.{g}; }} }},'); ss.append(f'        writer.{s};')
    out+=['',f'    public static {n} CreateFromDiscriminatorValue(IParseNode parseNode)','    {','        ArgumentNullException.ThrowIfNull(parseNode);','        return new();','    }','',
    '    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>','    {']+ds+['    };','','    public virtual void Serialize(ISerializationWriter writer)','    {','        ArgumentNullException.ThrowIfNull(writer);']+ss+['        writer.WriteAdditionalData(AdditionalData);','    }','}','']
    write(f'{root}/benchmarks/Kiota/{n}.cs','\n'.join(out))
def kenum(n):
    out=['using System.Runtime.Serialization;\n','namespace Peeker.Benchmarks.Kiota;\n',f'internal enum {n}','{']
    for v in S[n]['enum']: out+=[f'    [EnumMember(Value = "{v}")]',f'    {pascal(v)},','']
    out[-1]='}\n'
    write(f'{root}/benchmarks/Kiota/{n}.cs','\n'.join(out))
for n in seen:
    if isenum(n): kenum(n)
    else: floor(n); kiota(n)
# envelopes of Kiota
for n in ['Bundle','Availability','OrderDetail','OrderReceipt']:
    S[n+'Envelope']={'properties':{'data':{'$ref':'x/'+n}},'required':['data']}
    kiota(n+'Envelope')
S['OrderReceiptPage']={'properties':{'data':{'type':'array','items':{'$ref':'x/OrderReceipt'}},'links':{'$ref':'x/PageLinks'},'meta':{'$ref':'x/PageMeta'}},'required':['data','links','meta']}
kiota('OrderReceiptPage'); floor('OrderReceiptPage')
kenum('WebhookEventType')
# events
ev={}
for n,s in S.items():
    for part in s.get('allOf',[]):
        pr=part.get('properties',{}).get('data',{})
        if 'x-event' in pr: ev[pr['x-event']]=(n,refname(pr))
lines=[]
for t,(n,data) in ev.items():
    lines.append(f'        "{t}" => new {n}(),')
    write(f'{root}/benchmarks/Kiota/{n}.cs',f'''using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal sealed class {n} : WebhookEvent
{{
    public {data}? Data {{ get; set; }}

    public static new {n} CreateFromDiscriminatorValue(IParseNode parseNode)
    {{
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }}

    public override IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(base.GetFieldDeserializers())
    {{
        {{ "data", n => {{ Data = n.GetObjectValue<{data}>({data}.CreateFromDiscriminatorValue); }} }},
    }};

    public override void Serialize(ISerializationWriter writer)
    {{
        base.Serialize(writer);
        writer.WriteObjectValue<{data}>("data", Data);
    }}
}}
''')
S['WebhookEventX']={'properties':{'id':{'type':'string'},'type':{'$ref':'x/WebhookEventType'},'created_at':{'type':'string','format':'date-time'}},'required':[]}
kiota('WebhookEventX')
p=f'{root}/benchmarks/Kiota/WebhookEventX.cs'
t=open(p).read().replace('WebhookEventX','WebhookEvent')
t=re.sub(r'ThrowIfNull\(parseNode\);\n        return new\(\);','ThrowIfNull(parseNode);\n        return parseNode.GetChildNode("type")?.GetStringValue() switch\n        {\n'+'\n'.join('    '+l for l in lines)+'\n            _ => new(),\n        };',t)
open(f'{root}/benchmarks/Kiota/WebhookEvent.cs','w').write(t); os.remove(p)
# floor: page rename, generic envelope and event
arms='\n'.join(f'        "{t}" => {data},' for t,(n,data) in ev.items())
print(len(seen)); print(ev)

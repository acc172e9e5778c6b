-- osm2pgsql flex style: brings what Firepoint uses into the schema `staging`, one table per kind.
-- What carries a counted tag but cannot be used goes to `staging.skipped` with the reason, so that
-- stored + skipped equals `osmium tags-count` on the same file.

local measures = dofile(osm2pgsql.config_dir .. '/measures.lua')
local access = dofile(osm2pgsql.config_dir .. '/road-access.lua')
local points = dofile(osm2pgsql.config_dir .. '/points-of-interest.lua')

local function staging_table(name, ids, columns)
    return osm2pgsql.define_table({ name = name, schema = 'staging', ids = ids, columns = columns })
end

local any_id = { type = 'any', id_column = 'osm_id', type_column = 'osm_type' }

local function shape(kind)
    return { column = 'geom', type = kind, projection = 4326, not_null = true }
end

local tables = {
    skipped = staging_table('skipped', any_id, {
        { column = 'kind', type = 'text' }, { column = 'reason', type = 'text' },
    }),
    roads = staging_table('roads', { type = 'way', id_column = 'osm_id' }, {
        { column = 'class', type = 'text' }, { column = 'name', type = 'text' },
        { column = 'alt_name', type = 'text' }, { column = 'old_name', type = 'text' },
        { column = 'is_service_alley', type = 'boolean' }, { column = 'is_narrow', type = 'boolean' },
        { column = 'motor_rule', type = 'int2' }, { column = 'foot_rule', type = 'int2' },
        { column = 'oneway', type = 'int2' }, { column = 'roundabout', type = 'boolean' },
        { column = 'width_m', type = 'real' },
        { column = 'max_height_m', type = 'real' }, { column = 'max_weight_t', type = 'real' },
        { column = 'bridge', type = 'boolean' }, { column = 'tunnel', type = 'boolean' },
        { column = 'layer', type = 'int2' }, { column = 'node_ids', sql_type = 'int8[]' },
        { column = 'is_pavement', type = 'boolean' },
        { column = 'edited_at', type = 'int8' }, shape('linestring'),
    }),
    barriers = staging_table('barriers', { type = 'node', id_column = 'osm_id' }, {
        { column = 'kind', type = 'text' }, shape('point'),
    }),
    buildings = staging_table('buildings', any_id, {
        { column = 'name', type = 'text' }, { column = 'use', type = 'text' },
        { column = 'floors', type = 'int2' }, shape('multipolygon'),
    }),
    addresses = staging_table('addresses', any_id, {
        { column = 'house_number', type = 'text' }, { column = 'street_text', type = 'text' },
        { column = 'other', type = 'jsonb' }, shape('geometry'),
    }),
    water_points = staging_table('water_points', any_id, {
        { column = 'kind', type = 'text' }, { column = 'status', type = 'text' },
        { column = 'flow_lps', type = 'real' }, { column = 'pressure_bar', type = 'real' },
        { column = 'volume_m3', type = 'real' }, { column = 'owner', type = 'text' },
        { column = 'name', type = 'text' }, { column = 'notes', type = 'jsonb' },
        { column = 'tag', type = 'text' }, shape('geometry'),
    }),
    water_bodies = staging_table('water_bodies', any_id, {
        { column = 'kind', type = 'text' }, { column = 'name', type = 'text' },
        { column = 'is_natural_water', type = 'boolean' }, shape('geometry'),
    }),
    stations = staging_table('stations', any_id, {
        { column = 'name', type = 'text' }, { column = 'phone', type = 'text' }, shape('geometry'),
    }),
    landmarks = staging_table('landmarks', any_id, {
        { column = 'kind', type = 'text' }, { column = 'name', type = 'text' }, shape('geometry'),
    }),
    admin_units = staging_table('admin_units', any_id, {
        { column = 'level', type = 'int2' }, { column = 'name', type = 'text' },
        { column = 'code', type = 'text' }, shape('multipolygon'),
    }),
}

local function skip(kind, reason)
    tables.skipped:insert({ kind = kind, reason = reason })
end

-- A row whose geometry cannot be built is counted with its reason instead of vanishing.
local function store(name, row, counted)
    if row.geom and not row.geom:is_null() then
        tables[name]:insert(row)
    elseif counted then
        skip(counted, 'its geometry is broken or cut off in the file')
    end
end

local function area_of(object)
    if object.type == 'way' then return object.is_closed and object:as_polygon() or nil end
    local kind = object.tags.type
    if kind == 'multipolygon' or kind == 'boundary' then return object:as_multipolygon() end
    return nil
end

-- The edge of an extract cuts areas open: what is left of their outline still says where they are.
local function any_geometry(object)
    if object.type == 'node' then return object:as_point() end
    local area = area_of(object)
    if area and not area:is_null() then return area end
    if object.type == 'way' then return object:as_linestring() end
    return object:as_multilinestring()
end

local function node_list(nodes)
    local list = {}
    for _, id in ipairs(nodes) do
        if list[#list] ~= id then list[#list + 1] = id end
    end
    return '{' .. table.concat(list, ',') .. '}'
end

local function add_road(object)
    local tags = object.tags
    local class = access.class(tags)
    if not class then return skip('highway', 'highway=' .. tags.highway .. ' cannot be used') end
    store('roads', {
        class = class, name = tags.name or tags['name:vi'],
        alt_name = tags['alt_name:vi'] or tags.alt_name, old_name = tags['old_name:vi'] or tags.old_name,
        is_service_alley = tags.service == 'alley', is_narrow = access.is_narrow(tags),
        motor_rule = access.motor(tags, class), foot_rule = access.foot(tags, class),
        oneway = access.oneway(tags, class), roundabout = access.is_roundabout(tags),
        width_m = measures.width(tags['maxwidth:physical']) or measures.width(tags.maxwidth)
            or measures.width(tags.width),
        max_height_m = measures.height(tags['maxheight:physical']) or measures.height(tags.maxheight),
        max_weight_t = measures.weight(tags.maxweight),
        bridge = tags.bridge ~= nil and tags.bridge ~= 'no', tunnel = tags.tunnel ~= nil and tags.tunnel ~= 'no',
        layer = measures.layer(tags.layer), is_pavement = access.is_pavement(tags),
        node_ids = node_list(object.nodes), edited_at = object.timestamp, geom = object:as_linestring(),
    }, 'highway')
end

local function add_building(object)
    local tags = object.tags
    if tags.building == 'no' then return skip('building', 'building=no') end
    if object.type == 'node' then return skip('building', 'a node, without a footprint') end
    local area = area_of(object)
    if not area then return skip('building', 'an open line or a relation that is no area') end
    store('buildings', {
        name = tags.name, use = tags.building ~= 'yes' and tags.building or nil,
        floors = measures.whole(tags['building:levels'], 1, 200), geom = area,
    }, 'building')
end

local function add_address(object)
    local tags = object.tags
    store('addresses', {
        house_number = tags['addr:housenumber'], street_text = tags['addr:street'] or tags['addr:place'],
        other = {
            name = tags['addr:housename'], full = tags['addr:full'],
            old_number = tags['old_addr:housenumber'] or tags['addr:old_housenumber'], old_street = tags['old_addr:street'],
            alt_number = tags['alt_addr:housenumber'] or tags['addr2:housenumber'],
            alt_street = tags['alt_addr:street'] or tags['addr2:street'],
        },
        geom = any_geometry(object),
    }, 'addr:housenumber')
end

local function add_points(object)
    local tags = object.tags
    local water = points.water_point(tags, measures)
    local is_station = tags.amenity == 'fire_station'
    local landmark = points.landmark_kind(tags)
    if not (water or is_station or landmark) then return end
    local geometry = any_geometry(object)
    if water then store('water_points', points.with_geometry(water, geometry), water.tag) end
    if is_station then
        store('stations', { name = tags.name, phone = tags.phone or tags['contact:phone'], geom = geometry },
            'amenity=fire_station')
    end
    if landmark then store('landmarks', { kind = landmark, name = tags.name, geom = geometry }) end
end

local function add_areas(object)
    local tags = object.tags
    local water = points.water_body_kind(tags)
    if water then
        local is_line = object.type == 'way' and not object.is_closed and tags.waterway
        store('water_bodies', {
            kind = water, name = tags.name, is_natural_water = tags.natural == 'water',
            geom = is_line and object:as_linestring() or area_of(object),
        }, tags.natural == 'water' and 'natural=water' or nil)
    end
    if tags.boundary == 'administrative' and tags.name and tags.admin_level then
        store('admin_units', {
            level = measures.whole(tags.admin_level, 1, 15), name = tags.name,
            code = tags['ref:GSO'] or tags.ref, geom = area_of(object),
        }, 'boundary=administrative')
    end
end

local function add_common(object)
    if object.tags['addr:housenumber'] then add_address(object) end
    if object.tags.building then add_building(object) end
    add_points(object)
end

function osm2pgsql.process_node(object)
    add_common(object)
    if object.tags.natural == 'water' then skip('natural=water', 'a node, without an area') end
    if object.tags.barrier then store('barriers', { kind = object.tags.barrier, geom = object:as_point() }) end
end

function osm2pgsql.process_way(object)
    if object.tags.highway then add_road(object) end
    add_common(object)
    add_areas(object)
end

function osm2pgsql.process_relation(object)
    add_common(object)
    add_areas(object)
end

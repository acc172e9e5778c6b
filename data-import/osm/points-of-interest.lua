-- Which tags make a water point, a body of water or a landmark.

local points = {}

local water_kinds = {
    fire_hydrant = 'hydrant', water_tank = 'tank', fire_water_pond = 'pond', suction_point = 'suction',
}
local out_of_order = {
    closed = true, broken = true, out_of_order = true, ['out of order'] = true, non_operational = true,
    inoperative = true, damaged = true, abandoned = true, decommissioned = true, dry = true,
}
local in_order = { operational = true, open = true, ok = true, working = true, functional = true, active = true }
local kept_notes = {
    'fire_hydrant:type', 'fire_hydrant:position', 'fire_hydrant:diameter', 'water_source', 'ref', 'operator',
    'location', 'start_date', 'flow_rate', 'fire_hydrant:flow_capacity', 'water_tank:volume', 'check_date', 'note',
}

-- Working state is said by few tags; without one it stays unknown.
local function status_of(tags, is_disused)
    local said = tags.operational_status or tags['fire_hydrant:status'] or tags['emergency:operational_status']
    said = said and said:lower()
    if is_disused or tags.disused == 'yes' or tags.abandoned == 'yes' or out_of_order[said] then
        return 'out-of-order'
    end
    return in_order[said] and 'working' or 'unknown'
end

local function notes_of(tags)
    local notes = {}
    for _, key in ipairs(kept_notes) do notes[key] = tags[key] end
    return notes
end

-- A row for staging.water_points without geometry; nil for anything else.
function points.water_point(tags, measures)
    local value = tags.emergency
    local is_disused = false
    if not water_kinds[value] then
        value = tags['disused:emergency'] or tags['abandoned:emergency']
        is_disused = true
    end
    local kind = water_kinds[value]
    if not kind then return nil end
    return {
        kind = kind, tag = (is_disused and 'disused ' or '') .. 'emergency=' .. value, status = status_of(tags, is_disused), name = tags.name,
        owner = tags.operator or tags.owner,
        flow_lps = measures.litres_per_second(tags.flow_rate or tags['fire_hydrant:flow_capacity']),
        pressure_bar = measures.bar(tags['fire_hydrant:pressure'] or tags.pressure),
        volume_m3 = measures.cubic_metres(tags['water_tank:volume'] or tags.capacity),
        notes = notes_of(tags),
    }
end

function points.with_geometry(row, geometry)
    row.geom = geometry
    return row
end

local waterway_kinds = { river = 'river', canal = 'canal', riverbank = 'river', stream = 'stream' }

function points.water_body_kind(tags)
    if tags.natural == 'water' then return tags.water or 'water' end
    if tags.landuse == 'reservoir' or tags.landuse == 'basin' then return tags.landuse end
    return waterway_kinds[tags.waterway]
end

local landmark_keys = { 'amenity', 'tourism', 'historic', 'leisure', 'shop', 'office', 'railway', 'aeroway' }
local stations = { station = true, halt = true }
-- Named, but nobody tells the way by them.
local no_landmark = {
    parking = true, parking_space = true, parking_entrance = true, bicycle_parking = true, bicycle_rental = true,
    motorcycle_parking = true, atm = true, bench = true, waste_basket = true, vending_machine = true, toilets = true,
    charging_station = true, telephone = true, post_box = true, fire_station = true, information = true,
    surveillance = true, pipeline = true, cutline = true, car_sharing = true, loading_dock = true,
}

-- The value of the first key that says what the named object is: school, marketplace, hotel …
function points.landmark_kind(tags)
    if not tags.name or tags.highway or tags.emergency then return nil end
    for _, key in ipairs(landmark_keys) do
        local value = tags[key]
        local is_station = key ~= 'railway' or stations[value]
        if value and value ~= 'no' and is_station and not no_landmark[value] then
            return value == 'yes' and key or value
        end
    end
    if tags.place == 'square' then return 'square' end
    return nil
end

return points

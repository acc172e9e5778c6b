-- "Phố Khương Hạ" from ('pho', 'Khương Hạ'); the name alone where the type is unknown or already said.
create or replace function full_name(type text, name text) returns text
language sql immutable parallel safe as $$
  select case
    when word is null or starts_with(lower(name), lower(word) || ' ') then name
    when name is null or name = '' then word
    else word || ' ' || name
  end
  from (
    select case replace(type, '_', '-')
      when 'pho' then 'Phố'
      when 'duong' then 'Đường'
      when 'dai-lo' then 'Đại lộ'
      when 'doc' then 'Dốc'
      when 'ngo' then 'Ngõ'
      when 'ngach' then 'Ngách'
      when 'hem' then 'Hẻm'
      when 'kiet' then 'Kiệt'
      when 'phuong' then 'Phường'
      when 'xa' then 'Xã'
      when 'thi-tran' then 'Thị trấn'
      when 'dac-khu' then 'Đặc khu'
    end as word
  ) as known
$$;
comment on function full_name(text, text) is 'The name of a street, alley or ward with the word of its type before it';

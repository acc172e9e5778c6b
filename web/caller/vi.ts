/** The texts of the caller's position. */
export const callerVi = {
  'caller.name': 'Vị trí người gọi',
  'caller.mark': 'Người gọi',
  'caller.offer': 'Đặt người gọi ở đây',
  'caller.accuracy': 'sai số {{meters}}\u00A0m',
  'caller.noAccuracy': 'không rõ sai số',
  'caller.shortLink':
    'Liên kết rút gọn ({{host}}) không chứa vị trí. Mở nó trong trình duyệt, rồi chép địa chỉ đầy đủ vào đây.',
  'caller.linkWithoutPosition':
    'Liên kết này ({{host}}) không chứa vị trí. Chép toạ độ hoặc chia sẻ vị trí rồi dán vào đây.',
  'caller.outside': 'Vị trí này cách thành phố {{km}}\u00A0km: kiểm tra lại.',
  'caller.nearby_one': '{{n}} số nhà trong vòng {{meters}}\u00A0m',
  'caller.nearby_other': '{{n}} số nhà trong vòng {{meters}}\u00A0m',
  'caller.nearbyNone': 'Không có số nhà nào trong vòng {{meters}}\u00A0m.',
  'caller.nearbyMore_one': '… và {{n}} số nhà xa hơn',
  'caller.nearbyMore_other': '… và {{n}} số nhà xa hơn',
  'caller.nearbyFailed': 'Chưa tìm được số nhà quanh đây: {{why}}',
  'caller.ask': 'Hỏi phương án tới đây',
  'caller.forget': 'Bỏ vị trí người gọi',
} as const;
